// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.device.SampleStream;
import io.wayside.rig.contracts.scripted.ScriptedSampleStream;
import java.util.List;

class ScriptedSampleStreamTest extends SampleStreamContract {

  @Override
  protected SourceHarness<SampleStream, SampleBlock> start() {
    ScriptedSampleStream sensor =
        new ScriptedSampleStream(
            "cell-1",
            1_000,
            List.of(new SampleStream.Channel("left", "N"), new SampleStream.Channel("right", "N")));
    return ScriptedHarness.speaking(
        sensor,
        SampleStream.class,
        number -> sensor.samples(new double[] {number, 0, 0}, new double[] {0, 0, number}),
        (block, number) -> block.samples()[0][0] == number);
  }
}
