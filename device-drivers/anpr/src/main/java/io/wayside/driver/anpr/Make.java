// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

/** Makes, and the profile of several makes, whose events are understood. */
enum Make {
  HIKVISION,
  DAHUA,
  ONVIF
}
