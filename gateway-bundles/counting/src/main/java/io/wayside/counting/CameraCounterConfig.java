// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a counter with a camera is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Camera counter",
    description = "Vehicles counted at lines of a camera's picture; needs the bundle of OpenCV")
@interface CameraCounterConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Camera",
      description = "Id of the camera; its frames as it passes them on are what lines are drawn in")
  String camera();

  @AttributeDefinition(
      name = "Lines",
      description =
          "Path, from the folder of the site document, of a document with lines, mask and ground"
              + " points in pixels of the frames, as the verb count takes it")
  String lines();

  @AttributeDefinition(
      name = "Intervals",
      description = "Lengths of the intervals that are recorded: 1m, 5m, 15m, 60m, day")
  String[] intervals() default {"15m", "60m", "day"};

  @AttributeDefinition(
      name = "Time zone",
      description =
          "Time zone of hours and days, such as Asia/Ho_Chi_Minh; empty: that of the gateway's"
              + " operating system")
  String timeZone() default "";

  @AttributeDefinition(
      name = "Passages",
      description = "Whether every vehicle is recorded, or intervals alone")
  boolean passages() default true;

  @AttributeDefinition(
      name = "Blind after",
      description =
          "Without a frame for this time, in milliseconds, the time is not counted as observed",
      min = "200",
      max = "10000")
  int blindAfterMs() default 1_000;
}
