# cpack: Debian packages cut as the components are, and a source tarball (cpack --config CPackSourceConfig.cmake).
set(CPACK_PACKAGE_NAME galley)
set(CPACK_PACKAGE_VENDOR "The Galley authors")
set(CPACK_PACKAGE_CONTACT "The Galley authors <galley@example.org>")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program verify png docx pictures fonts library development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)

set(GALLEY_DEBIAN_PACKAGES galley galley-verify galley-png galley-docx galley-pictures galley-fonts libgalley${PROJECT_VERSION_MAJOR} libgalley-dev)  # of these components
set(GALLEY_SAME_VERSION "(= ${PROJECT_VERSION})")
# What layouts and messages name: without the fonts a render ends with the package to install.
set(GALLEY_FONT_PACKAGES "fonts-croscore, fonts-crosextra-carlito, fonts-crosextra-caladea, fonts-lato, fonts-open-sans, fonts-inter, fonts-ebgaramond, fonts-linuxlibertine")
function(galley_debian_package component name summary)
  string(TOUPPER ${component} key)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_COMPONENT_${key}_DESCRIPTION "${summary}" PARENT_SCOPE)
endfunction()
galley_debian_package(program galley "Sets a CV, written once as structured data, as a print-ready, tagged PDF
 (PDF/UA-1 and PDF/A-2a) in any layout and language.")
galley_debian_package(verify galley-verify "CV typesetting engine - reading PDFs back
 What `galley verify`, `galley extract` and `galley render --verify` need:
 the text and objects of finished PDFs, read with poppler and libqpdf.")
galley_debian_package(png galley-png "CV typesetting engine - pictures of pages
 What `galley render -f png` and `galley preview` need: pages drawn as PNG.")
galley_debian_package(docx galley-docx "CV typesetting engine - Word documents
 What `galley convert -o cv.docx` needs.")
galley_debian_package(pictures galley-pictures "CV typesetting engine - photos, QR codes and inks
 What CVs with pictures need, layouts with QR codes, and PDFs in greys or
 CMYK.")
galley_debian_package(fonts galley-fonts "CV typesetting engine - fonts that are installed
 What CVs and layouts need whose fonts are neither in a folder of theirs nor
 among those that Galley knows: they are found with fontconfig.")
galley_debian_package(library libgalley${PROJECT_VERSION_MAJOR} "CV typesetting engine - shared library
 Galley for programs: CVs as structured data in, tagged PDFs out.")
galley_debian_package(development libgalley-dev "CV typesetting engine - development files
 Headers, static library, and what CMake and pkg-config need to find Galley.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "galley-pictures ${GALLEY_SAME_VERSION}, galley-fonts ${GALLEY_SAME_VERSION}")  # many CVs have a photo, or a font of their own
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "galley-verify, galley-png, galley-docx, ${GALLEY_FONT_PACKAGES}")
# The components serve the program and the library alike; the stamp holds them to one build.
set(CPACK_DEBIAN_VERIFY_PACKAGE_ENHANCES "galley ${GALLEY_SAME_VERSION}, libgalley${PROJECT_VERSION_MAJOR} ${GALLEY_SAME_VERSION}")
set(CPACK_DEBIAN_PNG_PACKAGE_ENHANCES "galley ${GALLEY_SAME_VERSION}, libgalley${PROJECT_VERSION_MAJOR} ${GALLEY_SAME_VERSION}")
set(CPACK_DEBIAN_DOCX_PACKAGE_ENHANCES "galley ${GALLEY_SAME_VERSION}, libgalley${PROJECT_VERSION_MAJOR} ${GALLEY_SAME_VERSION}")
set(CPACK_DEBIAN_PICTURES_PACKAGE_ENHANCES "galley ${GALLEY_SAME_VERSION}, libgalley${PROJECT_VERSION_MAJOR} ${GALLEY_SAME_VERSION}")
set(CPACK_DEBIAN_FONTS_PACKAGE_ENHANCES "galley ${GALLEY_SAME_VERSION}, libgalley${PROJECT_VERSION_MAJOR} ${GALLEY_SAME_VERSION}")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)  # of what has a soname: the library
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/engine/cmake/triggers)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS "galley-pictures, galley-fonts")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SUGGESTS "galley-verify, galley-png, galley-docx")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "libgalley${PROJECT_VERSION_MAJOR} ${GALLEY_SAME_VERSION}, galley ${GALLEY_SAME_VERSION}")

# What Debian asks of each package: whose it is, and what has changed.
find_program(GZIP gzip)
file(READ ${PROJECT_SOURCE_DIR}/LICENSE GALLEY_LICENCE)
string(REGEX REPLACE "\n\n" "\n.\n" GALLEY_LICENCE "${GALLEY_LICENCE}")
string(REGEX REPLACE "\n" "\n " GALLEY_LICENCE "${GALLEY_LICENCE}")
configure_file(engine/cmake/copyright.in ${PROJECT_BINARY_DIR}/debian/copyright @ONLY)
configure_file(engine/cmake/changelog.in ${PROJECT_BINARY_DIR}/debian/changelog @ONLY)
if(GZIP)
  execute_process(COMMAND ${GZIP} -9nf ${PROJECT_BINARY_DIR}/debian/changelog)
endif()
foreach(component package IN ZIP_LISTS CPACK_COMPONENTS_ALL GALLEY_DEBIAN_PACKAGES)
  install(FILES ${PROJECT_BINARY_DIR}/debian/copyright ${PROJECT_BINARY_DIR}/debian/changelog.gz
          DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component} EXCLUDE_FROM_ALL OPTIONAL)
endforeach()

# The tarball has no /usr before its files.
file(WRITE ${PROJECT_BINARY_DIR}/cpack_kind.cmake "if(CPACK_GENERATOR STREQUAL TGZ)\n  set(CPACK_PACKAGING_INSTALL_PREFIX /)\nendif()\n")
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_BINARY_DIR}/cpack_kind.cmake)
set(CPACK_SOURCE_GENERATOR TGZ)
set(CPACK_SOURCE_IGNORE_FILES "/build/" "/[.]git/" "/[.]git$" "__pycache__")
set(CPACK_SOURCE_PACKAGE_FILE_NAME galley-${PROJECT_VERSION})
include(CPack)
