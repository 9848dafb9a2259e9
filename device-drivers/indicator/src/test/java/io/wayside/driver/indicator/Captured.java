// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.WeightReading;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears. */
public final class Captured implements Listener<WeightReading> {

  private final List<WeightReading> readings = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();

  @Override
  public synchronized void received(WeightReading reading) {
    readings.add(reading);
  }

  @Override
  public synchronized void interrupted(Interruption interruption) {
    interruptions.add(interruption);
  }

  public synchronized List<WeightReading> readings() {
    return List.copyOf(readings);
  }

  public synchronized List<Interruption> interruptions() {
    return List.copyOf(interruptions);
  }

  public List<Double> kilograms() {
    return readings().stream().map(reading -> reading.mass().kilograms()).toList();
  }

  public WeightReading last() {
    List<WeightReading> all = readings();
    return all.get(all.size() - 1);
  }
}
