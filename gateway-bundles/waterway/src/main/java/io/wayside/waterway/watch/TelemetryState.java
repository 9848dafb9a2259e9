// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** Is the aid heard? */
public enum TelemetryState {
  HEARD,
  SILENT
}
