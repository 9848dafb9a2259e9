// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;

/** A receiver of what vessels say of themselves. Most small craft say nothing at all. */
public interface VesselSource extends Device, Source<VesselReport> {}
