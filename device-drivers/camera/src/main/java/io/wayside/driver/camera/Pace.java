// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

/** When the next picture of a file or folder comes. */
enum Pace {
  /** In its own time: that of the recording, or the rate. */
  OWN,
  /** When every listener is done with the one before, and there is one: none is missed. */
  AS_TAKEN
}
