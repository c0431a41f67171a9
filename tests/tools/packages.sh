# The Debian packages that Galley needs, in one place. Sourced, not run.

build_packages=(g++ cmake ninja-build pkg-config libhpdf-dev libharfbuzz-dev libfreetype-dev libfontconfig-dev libicu-dev
  libyaml-cpp-dev libpoppler-cpp-dev libqpdf-dev libdtl-dev libcairo2-dev nlohmann-json3-dev liblcms2-dev libpng-dev libturbojpeg0-dev libqrencode-dev
  libdeflate-dev libzip-dev libpugixml-dev libcli11-dev zlib1g-dev
  fonts-croscore fonts-crosextra-carlito fonts-crosextra-caladea fonts-lato fonts-open-sans fonts-inter fonts-ebgaramond
  fonts-linuxlibertine hyphen-en-us hyphen-en-gb hyphen-de hyphen-fr hyphen-es
  hyphen-it hyphen-pt-pt hyphen-pt-br hyphen-nl hyphen-pl hyphen-ru hyphen-sv)
test_packages=(file make parallel python3-yaml zsh fish mandoc groff man-db valgrind libgtest-dev libgmock-dev libbenchmark-dev libhyphen-dev qpdf poppler-utils mupdf-tools python3 default-jre-headless maven libgs-common fonts-noto-core fonts-noto-cjk fonts-symbola
  wamerican wbritish wngerman wfrench wspanish)  # words for the hyphenation tests

# Installs what is missing of the named packages; asks nothing and says nothing when all are there.
install_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  echo "installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600 -qq update
  "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600 -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Configures and builds a preset's targets; silent unless it fails.
build_preset() {
  local preset=$1 log
  shift
  log=$(mktemp)
  if ! { cmake --preset "$preset" && cmake --build --preset "$preset" --target "$@"; } >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
