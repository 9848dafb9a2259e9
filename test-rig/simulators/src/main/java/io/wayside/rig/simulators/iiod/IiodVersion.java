// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

/** The release of libiio whose iiod is followed; 0.26 speaks the same. */
final class IiodVersion {

  static final int MAJOR = 0;
  static final int MINOR = 25;

  /** Seven characters, as a client expects behind the second point. */
  static final String GIT = "v0.25  ";

  private IiodVersion() {}
}
