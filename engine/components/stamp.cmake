# Writes OUT: kComponentStamp, by which the program and its components know that they are parts of one build. HEADERS:
# those of the engine, since types in them cross from one to the other; BUILD: version and compiler.
set(hashes "")
foreach(header IN LISTS HEADERS)
  file(SHA256 ${ROOT}/${header} hash)
  string(APPEND hashes "${header} ${hash}\n")
endforeach()
string(SHA256 hash "${hashes}")
file(WRITE ${OUT} "#include \"components/entry.h\"\n\nnamespace galley {\nconst char kComponentStamp[] = \"${BUILD} ${hash}\";\n}  // namespace galley\n")
