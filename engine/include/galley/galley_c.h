/* Galley for C, and for every language that can call C.
 *
 *   galley_engine* engine = galley_engine_new();
 *   const char* job = "{\"cv\": \"cv.yaml\", \"layout\": \"compact\"}";
 *   galley_result* result = galley_render(engine, job, strlen(job), NULL, 0);
 *   if (galley_result_status(result) == GALLEY_GOOD) use(galley_output_bytes(result, 0), galley_output_size(result, 0));
 *   galley_result_free(result);
 *   galley_engine_free(engine);
 *
 * Who owns what: an engine and a result belong to who called for them, who gives each back to its own galley_…_free() once;
 * NULL may be given back, too. Whatever is asked of a result belongs to it and is good until it is freed. What is handed in
 * is read during the call and never kept.
 *
 * Texts are UTF-8 and end with a zero byte that no size counts. An index that is too large, or a NULL in place of a result, gives
 * NULL or 0. Nothing is thrown and nothing aborts; what goes wrong is said in the result.
 *
 * Any number of threads may use one engine at once, but for galley_engine_add_file(), which comes before; a result, one after
 * the other. */
#ifndef GALLEY_GALLEY_C_H
#define GALLEY_GALLEY_C_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Counts the changes of this interface that break programs made for an older one. */
#define GALLEY_ABI_VERSION 1
/* That of the library that runs: to be compared with GALLEY_ABI_VERSION of the header. */
uint32_t galley_abi_version(void);
/* "0.1.0" */
const char* galley_version(void);

typedef struct galley_engine galley_engine;
typedef struct galley_result galley_result;

/* As the exit codes of the program. */
typedef enum galley_status {
  GALLEY_GOOD = 0,    /* the output is complete */
  GALLEY_FILES = 1,   /* the CV, the layout or another file is wrong */
  GALLEY_USAGE = 2,   /* the job is wrong */
  GALLEY_MACHINE = 3, /* reading, writing or fonts failed */
  GALLEY_LIMIT = 4,   /* a documented limit was passed, memory ended, or a fault of Galley's own */
  GALLEY_STOPPED = 130 /* galley_render_watched() was stopped before it was done; nothing is written */
} galley_status;

/* Over the machine's file system. Keeps layouts and fonts from job to job, so make one and use it long. NULL: no memory. */
galley_engine* galley_engine_new(void);
void galley_engine_free(galley_engine* engine);
/* A file that the engine is to find at `path` whatever the disk has there: a layout, a picture, a font … The bytes are copied. */
galley_status galley_engine_add_file(galley_engine* engine, const char* path, const void* bytes, size_t size);

/* Sets a CV. `job` is a JSON object as data/schema/job.schema.json describes it. `cv`: the CV's data, YAML or JSON, or NULL; the
 * job's "cv" is then only its name, and says where its pictures lie. NULL only when there is no memory. */
galley_result* galley_render(galley_engine* engine, const char* job, size_t job_size, const void* cv, size_t cv_size);
/* The same, watched: `watch` is told as each stage begins ("read", "set", "make", "write"; "set" and "make" may come several times),
 * in the thread that called, with `context`. When it gives anything but 0 the render ends there. It must return. */
typedef int (*galley_watch)(void* context, const char* stage);
galley_result* galley_render_watched(galley_engine* engine, const char* job, size_t job_size, const void* cv, size_t cv_size,
                                     galley_watch watch, void* context);
void galley_result_free(galley_result* result);

galley_status galley_result_status(const galley_result* result);
size_t galley_result_pages(const galley_result* result);

/* Outputs: empty after an error. A format is "pdf", "text", "png" or "svg". */
size_t galley_output_count(const galley_result* result);
const char* galley_output_format(const galley_result* result, size_t index);
/* Of a picture, from 1; 0: the output is the whole document. */
size_t galley_output_page(const galley_result* result, size_t index);
/* Where the job's "output" had it written; "" if nowhere. */
const char* galley_output_path(const galley_result* result, size_t index);
const void* galley_output_bytes(const galley_result* result, size_t index);
size_t galley_output_size(const galley_result* result, size_t index);

/* Messages, in the order in which they were found. */
size_t galley_message_count(const galley_result* result);
/* 1 for an error, 0 for a warning. */
int galley_message_is_error(const galley_result* result, size_t index);
/* What kind of thing is said, for programs: "unknown-key"; MESSAGES.md beside this header lists them. */
const char* galley_message_code(const galley_result* result, size_t index);
const char* galley_message_text(const galley_result* result, size_t index);
/* What to do about it; "": nothing is known. */
const char* galley_message_help(const galley_result* result, size_t index);
/* As the program prints it: "file:line:col: error: …", the line, a caret, help; ends with a line end. */
const char* galley_message_printed(const galley_result* result, size_t index);
/* "": it belongs to no file. */
const char* galley_message_file(const galley_result* result, size_t index);
/* From 1; 0 without a file. Columns count characters; the end is that of the first character behind. */
size_t galley_message_line(const galley_result* result, size_t index);
size_t galley_message_column(const galley_result* result, size_t index);
size_t galley_message_end_line(const galley_result* result, size_t index);
size_t galley_message_end_column(const galley_result* result, size_t index);

/* Files that the outputs were made of. */
size_t galley_dependency_count(const galley_result* result);
const char* galley_dependency(const galley_result* result, size_t index);

#ifdef __cplusplus
}
#endif

#endif
