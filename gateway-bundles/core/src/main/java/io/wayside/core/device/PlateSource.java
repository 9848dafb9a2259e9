// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** A camera that reads plates by itself. A vehicle whose plate it cannot read is not told. */
public interface PlateSource extends Device, Source<PlateReading> {}
