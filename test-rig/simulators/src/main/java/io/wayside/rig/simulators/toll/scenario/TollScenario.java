// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import java.util.function.Consumer;

/**
 * A scenario with a name; each seed throws its dice anew. With every second seed there is traffic
 * in the lane beside, also where the scenario asks for none.
 *
 * @param name as commands know it
 * @param about what happens
 * @param scene puts the play together
 */
public record TollScenario(String name, String about, Consumer<Cast> scene) {

  /** The play of a seed. */
  public Play play(long seed) {
    Cast cast = new Cast(seed * 31 + name.hashCode());
    scene.accept(cast);
    if (seed % 2 == 0) {
      cast.fillBeside();
    }
    return cast.play();
  }
}
