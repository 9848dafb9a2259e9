// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.traffic;

import io.wayside.core.device.Source;

/**
 * A station that classifies what passes: an OSGi service with the property {@code station.id}. A
 * vehicle is told when it has left the sensors, and only when a class holds for it.
 */
public interface VehicleClassSource extends Source<ClassedVehicle> {}
