// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.TagSighting;
import io.wayside.core.device.TagSource;
import java.util.Optional;

/** A reader that hears the tags the script names; its radio is on until told otherwise. */
public final class ScriptedTagSource extends ScriptedSource<TagSighting> implements TagSource {

  private boolean radioOn = true;

  public ScriptedTagSource(String deviceId) {
    super(deviceId);
  }

  @Override
  public synchronized void radio(boolean on) throws LinkDown {
    if (!isLinkUp()) {
      throw new LinkDown("no way to " + deviceId() + " in the script; restore its link");
    }
    radioOn = on;
  }

  /** Hears a tag whose own id was not read. */
  public void hears(String epc, int antenna, double strengthDbm) {
    hears(epc, Optional.empty(), antenna, strengthDbm);
  }

  public synchronized void hears(
      String epc, Optional<String> tid, int antenna, double strengthDbm) {
    if (radioOn) {
      say(
          at ->
              new TagSighting(
                  at, epc, epc.length() * 4, tid, Optional.empty(), antenna, strengthDbm, 1));
    }
  }
}
