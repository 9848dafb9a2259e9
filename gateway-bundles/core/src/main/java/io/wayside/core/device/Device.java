// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * A device as its driver offers it: an OSGi service with the property {@link #ID}, found by
 * stations by that id. A driver whose device fails stays registered, reports it as health, and
 * tells its listeners with an {@link Interruption}.
 */
public interface Device {

  /** Service property: the device's id in the site document. */
  String ID = "device.id";

  String deviceId();
}
