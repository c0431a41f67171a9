# The shared library, and what `cmake --install` puts where: program, libraries, headers, components, and how CMake and
# pkg-config find them. Other projects meet the same targets through find_package, add_subdirectory and FetchContent.
include(CMakePackageConfigHelpers)

# Of the same objects as the static library; exports.map hides all but the interface.
add_library(galley_shared SHARED $<TARGET_OBJECTS:libgalley> $<TARGET_OBJECTS:galley_source>)
get_target_property(GALLEY_NEEDS libgalley LINK_LIBRARIES)
target_link_libraries(galley_shared PRIVATE ${GALLEY_NEEDS})
target_link_options(galley_shared PRIVATE -Wl,--version-script=${PROJECT_SOURCE_DIR}/engine/cmake/exports.map -Wl,--as-needed)
if(NOT GALLEY_SANITIZE)  # whose functions come from the program
  target_link_options(galley_shared PRIVATE -Wl,--no-undefined)
endif()
target_include_directories(galley_shared INTERFACE ${PROJECT_SOURCE_DIR}/engine/include)
target_compile_features(galley_shared INTERFACE cxx_std_20)
set_target_properties(galley_shared PROPERTIES OUTPUT_NAME galley VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
                      LINKER_LANGUAGE CXX LINK_DEPENDS ${PROJECT_SOURCE_DIR}/engine/cmake/exports.map)
add_dependencies(galley_shared galley_components)
# Where components are looked for is seen from these files, so they stay where the components expect them.
set_target_properties(galley galley_shared libgalley PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}
                      LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR} ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})

add_library(Galley::galley ALIAS galley_shared)
add_library(Galley::galley_static ALIAS libgalley)
add_executable(Galley::program ALIAS galley)
include(engine/cmake/GalleyAddCv.cmake)

# What the static library needs, as pkg-config names it.
set(GALLEY_PKG_MODULES harfbuzz harfbuzz-subset freetype2 libpng libdeflate yaml-cpp icu-uc)
list(JOIN GALLEY_PKG_MODULES ", " GALLEY_PC_REQUIRES)
list(JOIN GALLEY_PKG_MODULES " " GALLEY_PKG_MODULES)

# galley_package_config(FOLDER PREFIX): FOLDER is where the file will lie. Reads the variables that it names.
set(GALLEY_CMAKE_FOLDER ${CMAKE_INSTALL_LIBDIR}/cmake/Galley)
set(GALLEY_CONFIG_VARIABLES GALLEY_SHARED_FILE GALLEY_STATIC_FILE GALLEY_PROGRAM_FILE GALLEY_HEADERS GALLEY_ADD_CV_FILE)
function(galley_package_config out folder prefix)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/engine/cmake/GalleyConfig.cmake.in ${out}
    INSTALL_DESTINATION ${folder} INSTALL_PREFIX ${prefix} PATH_VARS ${GALLEY_CONFIG_VARIABLES} NO_SET_AND_CHECK_MACRO)
endfunction()

set(GALLEY_SHARED_FILE ${PROJECT_BINARY_DIR}/libgalley.so.${PROJECT_VERSION})
set(GALLEY_STATIC_FILE ${PROJECT_BINARY_DIR}/libgalley.a)
set(GALLEY_PROGRAM_FILE ${PROJECT_BINARY_DIR}/galley)
set(GALLEY_HEADERS ${PROJECT_SOURCE_DIR}/engine/include)
set(GALLEY_ADD_CV_FILE ${PROJECT_SOURCE_DIR}/engine/cmake/GalleyAddCv.cmake)
galley_package_config(${PROJECT_BINARY_DIR}/GalleyConfig.cmake ${PROJECT_BINARY_DIR} ${PROJECT_BINARY_DIR})

set(GALLEY_SHARED_FILE ${CMAKE_INSTALL_LIBDIR}/libgalley.so.${PROJECT_VERSION})
set(GALLEY_STATIC_FILE ${CMAKE_INSTALL_LIBDIR}/libgalley.a)
set(GALLEY_PROGRAM_FILE ${CMAKE_INSTALL_BINDIR}/galley)
set(GALLEY_HEADERS ${CMAKE_INSTALL_INCLUDEDIR})
set(GALLEY_ADD_CV_FILE ${GALLEY_CMAKE_FOLDER}/GalleyAddCv.cmake)
galley_package_config(${PROJECT_BINARY_DIR}/installed/GalleyConfig.cmake ${GALLEY_CMAKE_FOLDER} ${CMAKE_INSTALL_PREFIX})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/GalleyConfigVersion.cmake COMPATIBILITY SameMinorVersion)

file(RELATIVE_PATH GALLEY_PC_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" GALLEY_PC_UP "${GALLEY_PC_UP}")
configure_file(engine/cmake/galley.pc.in ${PROJECT_BINARY_DIR}/galley.pc @ONLY)

# The manual and completions, which the program makes from its own table of options, whenever it has been built.
set(GALLEY_MANNERS ${PROJECT_BINARY_DIR}/manners)
file(MAKE_DIRECTORY ${GALLEY_MANNERS})
find_program(GZIP gzip)
set(GALLEY_MANUAL ${GALLEY_MANNERS}/galley.1)
set(GALLEY_PACK_MANUAL "")
if(GZIP)
  set(GALLEY_PACK_MANUAL COMMAND ${GZIP} -9nf ${GALLEY_MANUAL})
  set(GALLEY_MANUAL ${GALLEY_MANUAL}.gz)
endif()
set(GALLEY_PRINTS ${CMAKE_COMMAND} -E env ASAN_OPTIONS=detect_leaks=0 $<TARGET_FILE:galley>)  # a build may not trace itself
add_custom_command(TARGET galley POST_BUILD
  COMMAND ${GALLEY_PRINTS} man > ${GALLEY_MANNERS}/galley.1
  COMMAND ${GALLEY_PRINTS} completions bash > ${GALLEY_MANNERS}/galley
  COMMAND ${GALLEY_PRINTS} completions zsh > ${GALLEY_MANNERS}/_galley
  COMMAND ${GALLEY_PRINTS} completions fish > ${GALLEY_MANNERS}/galley.fish
  ${GALLEY_PACK_MANUAL}
  VERBATIM)

# Components of the installation are the Debian packages of package.cmake.
install(TARGETS galley RUNTIME COMPONENT program)
install(FILES ${GALLEY_MANUAL} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
install(FILES ${GALLEY_MANNERS}/galley DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
foreach(folder site-functions vendor-completions)  # zsh looks into the one below /usr/local, Debian's below /usr into the other
  install(FILES ${GALLEY_MANNERS}/_galley DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${folder} COMPONENT program)
endforeach()
install(FILES ${GALLEY_MANNERS}/galley.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
install(TARGETS galley_verify_component DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley COMPONENT verify)
install(TARGETS galley_png_component DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley COMPONENT png)
install(TARGETS galley_docx_component DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley COMPONENT docx)
install(TARGETS galley_pictures_component DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley COMPONENT pictures)
install(TARGETS galley_fonts_component DESTINATION ${CMAKE_INSTALL_LIBDIR}/galley COMPONENT fonts)
install(TARGETS galley_shared LIBRARY COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS libgalley ARCHIVE COMPONENT development)
install(DIRECTORY engine/include/galley DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/installed/GalleyConfig.cmake ${PROJECT_BINARY_DIR}/GalleyConfigVersion.cmake
              engine/cmake/GalleyAddCv.cmake DESTINATION ${GALLEY_CMAKE_FOLDER} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/galley.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
install(DIRECTORY data/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/galley COMPONENT program)
install(DIRECTORY layouts DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program FILES_MATCHING PATTERN *.yaml PATTERN pictures EXCLUDE)
install(FILES data/ruiqi-gao.yaml DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program)
install(FILES LICENSE LICENSE-COMPONENTS.md README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
