// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.TagSighting;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears. */
public final class Captured implements Listener<TagSighting> {

  private final List<TagSighting> sightings = new ArrayList<>();
  private final List<Interruption> interruptions = new ArrayList<>();

  @Override
  public synchronized void received(TagSighting sighting) {
    sightings.add(sighting);
  }

  @Override
  public synchronized void interrupted(Interruption interruption) {
    interruptions.add(interruption);
  }

  public synchronized List<TagSighting> sightings() {
    return List.copyOf(sightings);
  }

  public synchronized List<Interruption> interruptions() {
    return List.copyOf(interruptions);
  }

  public List<String> epcs() {
    return sightings().stream().map(TagSighting::epc).toList();
  }
}
