// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Replay",
    description =
        "Plays a recording of raw signals as if a converter sampled it now. Every block is flagged"
            + " as replayed, for ever.")
@interface ReplayConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "File",
      description = "The recording; CSV when its name ends with .csv, else binary.")
  String file();

  @AttributeDefinition(
      name = "Speed",
      description =
          "1 plays as it was recorded, 2 twice as fast, 0 as fast as the listeners take it. The"
              + " times in the blocks keep their distances whatever the speed is.",
      min = "0",
      max = "1000000")
  double speed() default 1;

  @AttributeDefinition(name = "Loop", description = "Begin anew at the end.")
  boolean loop() default false;

  @AttributeDefinition(
      name = "Await a listener",
      description = "Begin when somebody listens, so that nobody misses the beginning.")
  boolean awaitListener() default true;

  @AttributeDefinition(
      name = "Rate of a CSV file",
      description = "In hertz, for a CSV file without times; 0 when the file says it.",
      min = "0",
      max = "1000000")
  double csvRateHz() default 0;
}
