// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.water.Lantern;
import io.wayside.core.water.Lantern.Fallback;
import io.wayside.core.water.LanternOrder;
import io.wayside.rig.contracts.scripted.ScriptedLantern;
import java.time.Duration;

class ScriptedLanternTest extends LanternContract {

  @Override
  protected LanternHarness start() {
    return new Harness(new ScriptedLantern("lamp-1", Fallback.RETURNS_BY_ITSELF));
  }

  static final class Harness extends ScriptedHarness<Lantern> implements LanternHarness {

    private final ScriptedLantern lantern;

    Harness(ScriptedLantern lantern) {
      super(lantern, Lantern.class);
      this.lantern = lantern;
    }

    @Override
    public Shows peerShows() {
      LanternOrder does = lantern.does();
      if (does instanceof LanternOrder.Dark) {
        return Shows.DARK;
      }
      return does instanceof LanternOrder.Shine ? Shows.LIGHT : Shows.BY_ITSELF;
    }

    @Override
    public void peerTakes(Manner manner) {
      lantern.takes(manner == Manner.REFUSING, manner == Manner.IGNORING);
    }

    @Override
    public void peerForgets() {
      lantern.forgets();
      Spoiling.unlessSpoilt("tellAgain", lantern::isToldAgain);
    }

    @Override
    public void passTime(Duration time) {
      lantern.pass(time.toNanos());
    }

    @Override
    public void stopDevice() {
      Spoiling.unlessSpoilt("stop", lantern::fallBack);
    }

    @Override
    public void killAndRestart() {
      Spoiling.unlessSpoilt("restart", lantern::fallBack);
    }
  }
}
