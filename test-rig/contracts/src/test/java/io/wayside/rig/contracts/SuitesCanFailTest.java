// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each suite fails for a device that breaks a promise, and in the test that names the promise. */
class SuitesCanFailTest {

  static Stream<Mutant> mutants() {
    Stream<Class<?>> sources =
        Stream.of(
            ScriptedWeightSourceTest.class,
            ScriptedTagSourceTest.class,
            ScriptedPlateSourceTest.class,
            ScriptedSentenceSourceTest.class,
            ScriptedSampleStreamTest.class,
            ScriptedContactTest.class,
            ScriptedFrameSourceTest.class,
            ScriptedAidSourceTest.class,
            ScriptedVesselSourceTest.class,
            ScriptedWaterSourceTest.class);
    return Stream.of(
            sources.flatMap(suite -> SourceMutants.of(suite).stream()),
            SpecialMutants.all().stream(),
            WaterMutants.all().stream(),
            LanternMutants.all().stream(),
            LinkMutants.all().stream())
        .flatMap(all -> all);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void failsFor(Mutant mutant) {
    mutant.assertCaught();
  }
}
