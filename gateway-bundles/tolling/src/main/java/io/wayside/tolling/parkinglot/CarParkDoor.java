// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import java.util.Optional;

/** Where lanes find their car park; offered as a service. */
public interface CarParkDoor {

  /** Empty as long as the journal could not be read. */
  Optional<CarPark> carPark();
}
