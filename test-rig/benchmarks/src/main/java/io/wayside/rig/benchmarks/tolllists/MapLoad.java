// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllists;

import io.wayside.tolling.tag.TagNumber;
import java.util.HashMap;
import java.util.Map;

/**
 * The child process that keeps the same tags in a {@code HashMap}. Arguments: folder, number of
 * tags.
 */
final class MapLoad {

  private MapLoad() {}

  public static void main(String[] arguments) throws Exception {
    int tags = Integer.parseInt(arguments[1]);
    Says says = new Says("map", System.out);
    Map<TagNumber, Byte> map = new HashMap<>();
    says.time(
        "load",
        () -> {
          for (int tag = 0; tag < tags; tag++) {
            int group = SampleTags.group(tag) | (SampleTags.isLow(tag) ? 0x40 : 0);
            map.put(SampleTags.number(SampleTags.serial(tag, 0)), (byte) group);
          }
        });
    says.lookUps(tags, tag -> map.get(tag) == null ? 0 : 1);
    System.gc();
    says.memory();
    Runtime runtime = Runtime.getRuntime();
    says.say("heap", (runtime.totalMemory() - runtime.freeMemory()) / 1024.0 / 1024.0);
  }
}
