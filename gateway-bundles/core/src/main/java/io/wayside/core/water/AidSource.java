// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.water;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;

/** A receiver of what aids to navigation say of themselves: one lantern, or all in radio range. */
public interface AidSource extends Device, Source<AidReport> {}
