// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.wire;

import java.nio.file.Path;

/** The root of the repository, seen from the folder in which Maven runs this module's tests. */
final class Repository {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Repository() {}
}
