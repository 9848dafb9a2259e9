// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.feed;

import io.wayside.core.device.DeviceException;

/** A way to a camera, which can be opened again and again. */
public interface Transport {

  /** Where it leads, for people: without a password. */
  String place();

  Feed open() throws DeviceException, InterruptedException;
}
