// What the shared object of a component shows to the outside: one variable, galley_component.
#pragma once

namespace galley {

/// The layout of this type must never change: it is read before it is known that both sides are of one build.
struct ComponentEntry {
  const char* stamp;      ///< kComponentStamp of the build that made it
  const void* functions;  ///< a VerifyComponent, a PngComponent
};

/// Version, compiler and a hash of the engine's headers: equal in two parts only if the types that cross between them are.
extern const char kComponentStamp[];

constexpr const char* kEntryName = "galley_component";

}  // namespace galley
