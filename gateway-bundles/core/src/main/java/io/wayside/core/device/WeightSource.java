// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** A weighing indicator or a transmitter that speaks in mass. */
public interface WeightSource extends Device, Source<WeightReading> {}
