// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.waterway;

/** What is asked of an aid. */
enum Question {
  LIGHT,
  PLACE,
  POWER,
  BODY,
  TELEMETRY
}
