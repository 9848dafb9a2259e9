// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vehicles in the lane, first in, first out. Bounded. */
final class Queue {

  private final List<Vehicle> vehicles = new ArrayList<>();
  private final int most;

  Queue(int most) {
    this.most = most;
  }

  /** In order; a copy, so that whoever walks it may end vehicles. */
  List<Vehicle> all() {
    return List.copyOf(vehicles);
  }

  boolean isEmpty() {
    return vehicles.isEmpty();
  }

  boolean isFull() {
    return vehicles.size() >= most;
  }

  int size() {
    return vehicles.size();
  }

  void add(Vehicle vehicle) {
    vehicles.add(vehicle);
  }

  /** Puts a vehicle at the head: it is where only the head can be. */
  void addHead(Vehicle vehicle) {
    vehicles.add(0, vehicle);
  }

  void remove(Vehicle vehicle) {
    vehicles.remove(vehicle);
  }

  @Nullable Vehicle head() {
    return vehicles.isEmpty() ? null : vehicles.get(0);
  }

  @Nullable Vehicle last() {
    return vehicles.isEmpty() ? null : vehicles.get(vehicles.size() - 1);
  }

  @Nullable Vehicle behind(Vehicle vehicle) {
    int index = vehicles.indexOf(vehicle);
    return index < 0 || index + 1 >= vehicles.size() ? null : vehicles.get(index + 1);
  }

  /** The first that is not over the safety loop yet: whom light and display speak to. */
  @Nullable Vehicle next() {
    for (Vehicle vehicle : vehicles) {
      if (!vehicle.crossing) {
        return vehicle;
      }
    }
    return null;
  }

  /** The one on the arming loop. */
  @Nullable Vehicle onArming() {
    for (int i = vehicles.size() - 1; i >= 0; i--) {
      if (vehicles.get(i).onArming) {
        return vehicles.get(i);
      }
    }
    return null;
  }
}
