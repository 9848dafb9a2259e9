// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/** Whether a sensor of the station can be believed; its faults are not the aid's. */
public enum SensorState {
  BELIEVED,
  FAULTY
}
