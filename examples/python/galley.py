"""Galley from Python, through its C interface (galley/galley_c.h): nothing to build, only libgalley.so has to be found.

    engine = galley.Engine()
    result = engine.render({"cv": {"name": "Ada Lovelace"}, "layout": "compact"})
    for message in result.messages: print(message.printed, end="")
    open("cv.pdf", "wb").write(result.outputs[0].bytes)

The job is what data/schema/job.schema.json describes. Threads may share an engine.
"""
import ctypes
import json
import os
from collections import namedtuple

Output = namedtuple("Output", "format page path bytes")
Message = namedtuple("Message", "is_error code text help file line column printed")
Result = namedtuple("Result", "status pages outputs messages read")
GOOD, FILES, USAGE, MACHINE, LIMIT = range(5)

_ABI = 1
_lib = ctypes.CDLL(os.environ.get("GALLEY_LIBRARY", "libgalley.so.0"))


def _function(name, result, *arguments):
    function = getattr(_lib, "galley_" + name)
    function.restype, function.argtypes = result, arguments
    return function


_pointer, _size, _text = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p
_abi_version = _function("abi_version", ctypes.c_uint32)
_version = _function("version", _text)
_engine_new = _function("engine_new", _pointer)
_engine_free = _function("engine_free", None, _pointer)
_add_file = _function("engine_add_file", ctypes.c_int, _pointer, _text, _text, _size)
_render = _function("render", _pointer, _pointer, _text, _size, _text, _size)
_free = _function("result_free", None, _pointer)
_status = _function("result_status", ctypes.c_int, _pointer)
_pages = _function("result_pages", _size, _pointer)
_counts = {name: _function(name + "_count", _size, _pointer) for name in ("output", "message", "dependency")}
_output_bytes = _function("output_bytes", _pointer, _pointer, _size)
_dependency = _function("dependency", _text, _pointer, _size)


def _of(what, field, kind):
    return _function(what + "_" + field, kind, _pointer, _size)


_output = [_of("output", "format", _text), _of("output", "page", _size), _of("output", "path", _text), _of("output", "size", _size)]
_message = [_of("message", "is_error", ctypes.c_int), _of("message", "code", _text), _of("message", "text", _text),
            _of("message", "help", _text), _of("message", "file", _text), _of("message", "line", _size),
            _of("message", "column", _size), _of("message", "printed", _text)]

if _abi_version() != _ABI:
    raise ImportError(f"libgalley has ABI {_abi_version()}, this module is for {_ABI}")


def version():
    return _version().decode()


def _plain(value):
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _outputs(result):
    for i in range(_counts["output"](result)):
        name, page, path, size = (_plain(field(result, i)) for field in _output)
        yield Output(name, page, path, ctypes.string_at(_output_bytes(result, i), size))


def _messages(result):
    for i in range(_counts["message"](result)):
        is_error, *rest = (_plain(field(result, i)) for field in _message)
        yield Message(bool(is_error), *rest)


class Engine:
    def __init__(self):
        self._engine = _engine_new()
        if not self._engine:
            raise MemoryError("galley_engine_new")

    def __del__(self):
        if getattr(self, "_engine", None):
            _engine_free(self._engine)

    def add_file(self, path, data):
        """A file that the engine finds in memory. Before the first render."""
        _add_file(self._engine, os.fsencode(path), data, len(data))

    def render(self, job, cv=None):
        """`job`: a dict; `cv`: the bytes of a data file, if they are not in the job or on disk."""
        text = json.dumps(job).encode()
        result = _render(self._engine, text, len(text), cv, len(cv or b""))
        if not result:
            raise MemoryError("galley_render")
        try:
            read = [_plain(_dependency(result, i)) for i in range(_counts["dependency"](result))]
            return Result(_status(result), _pages(result), list(_outputs(result)), list(_messages(result)), read)
        finally:
            _free(result)
