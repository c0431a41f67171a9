# galley_add_cv(TARGET cv SOURCE cv.yaml
#               [LAYOUTS classic compact mine.yaml] [FORMATS pdf text png svg] [OUTPUT_DIRECTORY dir]
#               [PAGES n] [SET key=value …] [FONT_PATH dir …] [ARGUMENTS further of `galley render` …]
#               [DEPENDS further files …] [ALL])
#
# A target that sets a CV in each layout: SOURCE's stem, a dash, the layout's name, in OUTPUT_DIRECTORY (default: the
# current binary directory). It is made again when the program or a file that it was made of has changed (layouts and what
# they extend, pictures, fonts, bibliographies, profiles: `galley render --depfile` says which), or one of DEPENDS. ALL makes
# it part of the default build. Its property GALLEY_OUTPUTS lists the files whose names are known before rendering; pictures
# are numbered by page, so they are not in it. Paths are seen from the current source directory.
# With ninja, outputs whose bytes would not change are left alone, and so is what depends on them.
include_guard(GLOBAL)
cmake_policy(SET CMP0116 NEW)  # depfiles with ninja

# The file that stands for a layout's outputs: the first whose name is known, else a stamp.
function(_galley_outputs base formats result)
  set(outputs "")
  foreach(format IN LISTS formats)
    if(format STREQUAL pdf)
      list(APPEND outputs ${base}.pdf)
    elseif(format STREQUAL text)
      list(APPEND outputs ${base}.txt)
    elseif(NOT format MATCHES "^(png|svg)$")
      message(FATAL_ERROR "galley_add_cv: no format '${format}'; there are pdf, text, png, svg")
    endif()
  endforeach()
  set(${result} "${outputs}" PARENT_SCOPE)
endfunction()

function(galley_add_cv)
  cmake_parse_arguments(PARSE_ARGV 0 CV "ALL" "TARGET;SOURCE;OUTPUT_DIRECTORY;PAGES" "LAYOUTS;FORMATS;SET;FONT_PATH;ARGUMENTS;DEPENDS")
  if(NOT CV_TARGET OR NOT CV_SOURCE OR CV_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "galley_add_cv: TARGET and SOURCE are needed; unknown here: '${CV_UNPARSED_ARGUMENTS}'")
  endif()
  if(NOT CV_LAYOUTS)
    set(CV_LAYOUTS classic)
  endif()
  if(NOT CV_FORMATS)
    set(CV_FORMATS pdf)
  endif()
  get_filename_component(source ${CV_SOURCE} ABSOLUTE)
  get_filename_component(folder "${CV_OUTPUT_DIRECTORY}" ABSOLUTE BASE_DIR ${CMAKE_CURRENT_BINARY_DIR})
  get_filename_component(stem ${CV_SOURCE} NAME_WLE)
  set(arguments ${CV_ARGUMENTS})
  foreach(change IN LISTS CV_SET)
    list(APPEND arguments --set ${change})
  endforeach()
  foreach(fonts IN LISTS CV_FONT_PATH)
    get_filename_component(fonts ${fonts} ABSOLUTE)
    list(APPEND arguments --font-path ${fonts})
  endforeach()
  if(CV_PAGES)
    list(APPEND arguments --pages ${CV_PAGES})
  endif()
  if(CMAKE_GENERATOR MATCHES "Make")  # which knows no restat: what stayed old would be made again each time
    list(APPEND arguments --touch)
  endif()
  list(JOIN CV_FORMATS "," formats)
  set(depends ${source} Galley::program)
  foreach(file IN LISTS CV_DEPENDS)
    get_filename_component(file ${file} ABSOLUTE)
    list(APPEND depends ${file})
  endforeach()

  set(all_outputs "")
  set(all_stamps "")
  foreach(layout IN LISTS CV_LAYOUTS)
    set(layout_depends "")
    if(layout MATCHES "/|[.](yaml|yml|json)$")  # a file of the user's, not the name of one that ships
      get_filename_component(layout ${layout} ABSOLUTE)
      set(layout_depends ${layout})
    endif()
    get_filename_component(name ${layout} NAME_WLE)
    set(base ${folder}/${stem}-${name})
    _galley_outputs(${base} "${CV_FORMATS}" outputs)
    list(GET CV_FORMATS 0 first)
    set(first_extension ${first})
    if(first STREQUAL text)
      set(first_extension txt)
    endif()
    set(depfile ${CMAKE_CURRENT_BINARY_DIR}/${CV_TARGET}-${name}.d)
    set(stamp ${outputs})
    set(touch "")
    if(NOT outputs)
      set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${CV_TARGET}-${name}.stamp)
      set(touch COMMAND ${CMAKE_COMMAND} -E touch ${stamp})
    endif()
    list(GET stamp 0 target)  # the one output that a depfile has to name
    add_custom_command(
      OUTPUT ${stamp}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
      COMMAND Galley::program render ${source} -l ${layout} -f ${formats} -o ${base}.${first_extension} ${arguments}
              --depfile ${depfile} --depfile-target ${target}
      ${touch}
      DEPENDS ${depends} ${layout_depends}
      DEPFILE ${depfile}
      COMMENT "Setting ${stem} in ${name}"
      VERBATIM)
    list(APPEND all_outputs ${outputs})
    list(APPEND all_stamps ${stamp})
  endforeach()
  set(in_all "")
  if(CV_ALL)
    set(in_all ALL)
  endif()
  add_custom_target(${CV_TARGET} ${in_all} DEPENDS ${all_stamps})
  set_target_properties(${CV_TARGET} PROPERTIES GALLEY_OUTPUTS "${all_outputs}")
endfunction()
