// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;

/** A receiver of figures of water and air: a gauge, a sounder, or all in radio range. */
public interface WaterSource extends Device, Source<WaterReading> {}
