# What is optional, as shared objects of their own that the engine opens when it needs them (engine/components/component.h).
include(GNUInstallDirs)

# Where the engine looks for them besides the build tree: relative to itself, and where this build installs them.
set_source_files_properties(engine/components/component.cc PROPERTIES COMPILE_DEFINITIONS
  "GALLEY_COMPONENT_FOLDER=\"${CMAKE_INSTALL_LIBDIR}/galley\";GALLEY_INSTALLED_COMPONENTS=\"${CMAKE_INSTALL_FULL_LIBDIR}/galley\"")

# One stamp for all parts of a build. Which headers there are is seen when configuring; what is in them, when building.
file(GLOB_RECURSE GALLEY_HEADERS CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} engine/*.h)
list(SORT GALLEY_HEADERS)
list(TRANSFORM GALLEY_HEADERS PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE GALLEY_HEADER_PATHS)
set(GALLEY_BUILD "${PROJECT_VERSION} ${CMAKE_CXX_COMPILER_ID}-${CMAKE_CXX_COMPILER_VERSION} ${CMAKE_SYSTEM_PROCESSOR} ${GALLEY_SANITIZE}")
set(GALLEY_STAMP ${PROJECT_BINARY_DIR}/component_stamp.cc)
add_custom_command(
  OUTPUT ${GALLEY_STAMP}
  COMMAND ${CMAKE_COMMAND} -D ROOT=${PROJECT_SOURCE_DIR} -D "HEADERS=${GALLEY_HEADERS}" -D "BUILD=${GALLEY_BUILD}" -D OUT=${GALLEY_STAMP}
          -P ${PROJECT_SOURCE_DIR}/engine/components/stamp.cmake
  DEPENDS ${GALLEY_HEADER_PATHS} ${PROJECT_SOURCE_DIR}/engine/components/stamp.cmake
  VERBATIM)

# What runs depends on this target, so that it never meets components of an older build.
add_custom_target(galley_components)

# galley_component(NAME SOURCES … LIBRARIES …): its code as a static library galley_NAME, which unit tests link, and the
# shared object galley-NAME.so, which shows nothing but its entry.
function(galley_component name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LIBRARIES")
  add_library(galley_${name} STATIC ${ARG_SOURCES})
  target_include_directories(galley_${name} PRIVATE ${PROJECT_SOURCE_DIR}/engine)
  target_link_libraries(galley_${name} PRIVATE galley_warnings libgalley ${ARG_LIBRARIES})
  add_library(galley_${name}_component MODULE ${PROJECT_SOURCE_DIR}/engine/components/entry_${name}.cc)
  target_include_directories(galley_${name}_component PRIVATE ${PROJECT_SOURCE_DIR}/engine ${PROJECT_SOURCE_DIR}/engine/include)
  target_link_libraries(galley_${name}_component PRIVATE galley_warnings galley_${name})
  target_link_options(galley_${name}_component PRIVATE -Wl,--exclude-libs,ALL -Wl,--as-needed -Wl,--no-undefined)
  set_target_properties(galley_${name}_component PROPERTIES OUTPUT_NAME galley-${name} PREFIX "" SUFFIX .so
                        LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib/galley)
  add_dependencies(galley_components galley_${name}_component)
endfunction()

file(GLOB GALLEY_VERIFY_SOURCES CONFIGURE_DEPENDS engine/verify/*.cc)
galley_component(verify SOURCES ${GALLEY_VERIFY_SOURCES} LIBRARIES PkgConfig::POPPLER PkgConfig::QPDF)
target_include_directories(galley_verify SYSTEM PRIVATE ${DTL_INCLUDE_DIR})
target_compile_definitions(galley_verify PRIVATE POINTERHOLDER_TRANSITION=4)  # libqpdf's headers without their old names
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
  target_compile_options(galley_verify PRIVATE -include ${PROJECT_SOURCE_DIR}/engine/components/clang14_vector.h)
endif()

file(GLOB GALLEY_PNG_SOURCES CONFIGURE_DEPENDS engine/export/png/*.cc)
galley_component(png SOURCES ${GALLEY_PNG_SOURCES} LIBRARIES PkgConfig::CAIRO)

file(GLOB GALLEY_DOCX_SOURCES CONFIGURE_DEPENDS engine/docx/*.cc)
galley_component(docx SOURCES ${GALLEY_DOCX_SOURCES} LIBRARIES PkgConfig::ZIP PkgConfig::PUGIXML)

set(GALLEY_PICTURES_SOURCES engine/image/decode.cc engine/image/inking.cc engine/image/metadata.cc engine/image/qr.cc)
galley_component(pictures SOURCES ${GALLEY_PICTURES_SOURCES} LIBRARIES PkgConfig::PNG PkgConfig::TURBOJPEG PkgConfig::LCMS2 PkgConfig::QRENCODE ZLIB::ZLIB)

galley_component(fonts SOURCES engine/font/system_fonts.cc LIBRARIES PkgConfig::FONTCONFIG)
