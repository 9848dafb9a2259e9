// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
    name = "Detector card with lines",
    description = "A card that counts vehicles by itself and tells each in a line of text.")
@interface LineCardConfig {

  @AttributeDefinition(name = "Device id", description = "Set from the site document.")
  String device_id();

  @AttributeDefinition(
      name = "Link",
      description =
          "Where it is heard, such as serial:/dev/ttyUSB0?9600,8N1 or tcp://192.0.2.20:4001.")
  String link();

  @AttributeDefinition(
      name = "Profile",
      description =
          "What its lines say: a name of the release (example-lines: of no product), or the path"
              + " of a file beside the site document.")
  String profile();

  @AttributeDefinition(
      name = "Silent after",
      description =
          "Without a byte for this time, in seconds, the line is opened anew and the time is not"
              + " counted; 0: the card has no heartbeat, and silence is an empty road.",
      min = "0",
      max = "3600")
  int silentAfterS() default 0;

  @AttributeDefinition(
      name = "First retry",
      description = "Longest wait before the first attempt to open it anew, in milliseconds.",
      min = "20",
      max = "10000")
  int firstRetryMs() default 500;

  @AttributeDefinition(
      name = "Longest retry",
      description = "Longest wait between attempts to open it anew, in milliseconds.",
      min = "100",
      max = "600000")
  int longestRetryMs() default 30_000;
}
