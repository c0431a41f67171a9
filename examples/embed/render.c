/* Sets a CV from C: render CV.yaml OUT.pdf. The data are read here and handed over; so is a layout that is on no disk. */
#include <galley/galley_c.h>

#include <stdio.h>
#include <string.h>

static const char layout[] = "extends: compact\nstyles: {body: {size: 9.5pt}}\n";
static const char job[] = "{\"cv\": \"cv.yaml\", \"layout\": \"mine.yaml\", \"formats\": [\"pdf\"]}";

static int write_file(const char* path, const void* bytes, size_t size) {
  FILE* file = fopen(path, "wb");
  if (!file) return 0;
  const size_t written = fwrite(bytes, 1, size, file);
  return fclose(file) == 0 && written == size;
}

int main(int argc, char** argv) {
  static char cv[1 << 20];
  FILE* file = argc == 3 ? fopen(argv[1], "rb") : NULL;
  if (!file || galley_abi_version() != GALLEY_ABI_VERSION) return 2;
  const size_t size = fread(cv, 1, sizeof cv, file);
  fclose(file);

  galley_engine* engine = galley_engine_new();
  galley_engine_add_file(engine, "mine.yaml", layout, strlen(layout));
  galley_result* result = galley_render(engine, job, strlen(job), cv, size);
  for (size_t i = 0; i < galley_message_count(result); ++i) fputs(galley_message_printed(result, i), stderr);
  int status = galley_result_status(result);
  if (status == GALLEY_GOOD && !write_file(argv[2], galley_output_bytes(result, 0), galley_output_size(result, 0)))
    status = GALLEY_MACHINE;
  galley_result_free(result);
  galley_engine_free(engine);
  return status;
}
