// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.counting.scheme.PcuTable.Terrain;
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

  @AttributeDefinition(
      name = "Passenger-car units",
      description = "Table by name, such as camera-size, or by path; none: no units")
  String pcuTable() default "none";

  @AttributeDefinition(
      name = "Terrain",
      description = "Which column of the table: FLAT; HILLY, hills and mountains")
  Terrain terrain() default Terrain.FLAT;

  @AttributeDefinition(
      name = "Model",
      description =
          "Path, from the folder of the site document, of a document that says which model names"
              + " vehicles and what its labels mean; empty: classes are told by outlines alone")
  String model() default "";

  @AttributeDefinition(
      name = "Detector",
      description =
          "Id of a detector that another bundle offers, such as onnx-runtime where the bundle"
              + " io.wayside.onnxruntime is installed; empty: OpenCV runs the model")
  String detector() default "";

  @AttributeDefinition(
      name = "Look every",
      description =
          "From one picture that the detector gets to the next, at least, in milliseconds",
      min = "50",
      max = "10000")
  int lookEveryMs() default 300;

  @AttributeDefinition(
      name = "Looks",
      description = "Pictures of one vehicle near a line that the detector is asked about, at most",
      min = "1",
      max = "20")
  int looks() default 3;

  @AttributeDefinition(
      name = "Name within",
      description =
          "What crossed waits for the detector's answer for so many milliseconds at most; then its"
              + " class is told without",
      min = "0",
      max = "3000")
  int nameWithinMs() default 1_500;

  @AttributeDefinition(
      name = "Plate camera",
      description = "Id of the device that reads plates where vehicles pass; empty: none")
  String plateDevice() default "";

  @AttributeDefinition(
      name = "Key of plates",
      description =
          "File beside the site document whose first line is the secret with which plates are"
              + " hashed, 16 characters at least; needed with a plate camera")
  String plateKeyFile() default "";

  @AttributeDefinition(
      name = "Forms of plates",
      description =
          "Name of the country's plate forms, or a path beside the site document; none: texts are"
              + " taken as they are")
  String plateForms() default "vn";

  @AttributeDefinition(
      name = "Plate delay",
      description =
          "From the moment a vehicle passes, as it is counted, to the camera's word of its plate, in"
              + " milliseconds",
      min = "-10000",
      max = "10000")
  int plateDelayMs() default 300;

  @AttributeDefinition(
      name = "Plate within",
      description =
          "Farther apart in time than so many milliseconds a plate and a passage are not of one"
              + " vehicle",
      min = "100",
      max = "10000")
  int plateWithinMs() default 1_500;

  @AttributeDefinition(
      name = "Plates as text",
      description = "Whether plates are kept as text beside their hashes")
  boolean plateTexts() default false;

  @AttributeDefinition(
      name = "Line of the plate camera",
      description = "Id of the line at which plates are read; empty: any line")
  String plateLine() default "";
}
