// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.counting.scheme.PcuTable.Terrain;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a counter with loops is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Loop counter",
    description = "Vehicles counted and classified in one lane by loops and axle sensors")
@interface LoopCounterConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Lead loop",
      description =
          "Id of the contact of the loop that vehicles in the lane's direction meet first")
  String leadContact();

  @AttributeDefinition(
      name = "Trail loop",
      description = "Id of the contact of the second loop; empty: a single loop, which only counts")
  String trailContact() default "";

  @AttributeDefinition(
      name = "First axle sensor",
      description = "Id of the contact of an axle sensor between the loops; empty: none")
  String axleContact() default "";

  @AttributeDefinition(
      name = "Second axle sensor",
      description = "Id of the contact of a second axle sensor behind the first; empty: none")
  String secondAxleContact() default "";

  @AttributeDefinition(
      name = "Spacing",
      description = "From the leading edge of the lead loop to that of the trail loop, in metres",
      min = "0.5",
      max = "20")
  double spacingM() default 4;

  @AttributeDefinition(
      name = "Zone of the lead loop",
      description =
          "Its effective length in metres, calibrated with vehicles of known length, not its cut",
      min = "0.1",
      max = "10")
  double leadZoneM() default 2;

  @AttributeDefinition(
      name = "Zone of the trail loop",
      description = "Its effective length in metres",
      min = "0.1",
      max = "10")
  double trailZoneM() default 2;

  @AttributeDefinition(
      name = "Place of the first axle sensor",
      description = "In metres from the leading edge of the lead loop",
      min = "0",
      max = "30")
  double axleM() default 3;

  @AttributeDefinition(
      name = "Place of the second axle sensor",
      description = "In metres from the leading edge of the lead loop",
      min = "0",
      max = "30")
  double secondAxleM() default 4;

  @AttributeDefinition(
      name = "Delay of closing, lead loop",
      description = "From a vehicle's arrival to the contact, as calibrated, in microseconds",
      min = "0",
      max = "500000")
  int leadOnDelayUs() default 0;

  @AttributeDefinition(
      name = "Delay of opening, lead loop",
      description = "From a vehicle's leaving to the contact, as calibrated, in microseconds",
      min = "0",
      max = "500000")
  int leadOffDelayUs() default 0;

  @AttributeDefinition(
      name = "Delay of closing, trail loop",
      description = "As of the lead loop, in microseconds",
      min = "0",
      max = "500000")
  int trailOnDelayUs() default 0;

  @AttributeDefinition(
      name = "Delay of opening, trail loop",
      description = "As of the lead loop, in microseconds",
      min = "0",
      max = "500000")
  int trailOffDelayUs() default 0;

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
      description = "Whether every vehicle is recorded, or intervals and faults alone")
  boolean passages() default true;

  @AttributeDefinition(
      name = "Class scheme",
      description =
          "Class scheme by name, such as fhwa-13 with axle sensors or length-4 without, or by path;"
              + " none: vehicles get no class")
  String classScheme() default "none";

  @AttributeDefinition(
      name = "Passenger-car units",
      description = "Table by name, such as tcvn-4054, or by path; none: no units")
  String pcuTable() default "none";

  @AttributeDefinition(
      name = "Terrain",
      description = "Which column of the table: FLAT; HILLY, hills and mountains")
  Terrain terrain() default Terrain.FLAT;

  @AttributeDefinition(
      name = "Stuck after",
      description = "A presence longer than this many seconds is a fault of the loop",
      min = "10",
      max = "7200")
  int stuckAfterS() default 300;

  @AttributeDefinition(
      name = "Silent after",
      description =
          "No presence for this many minutes, while the other loop counts, is a fault of the loop",
      min = "1",
      max = "240")
  int silentAfterMin() default 120;

  @AttributeDefinition(
      name = "Missing after",
      description = "So many vehicles in a row that one loop sees alone are a fault of the other",
      min = "2",
      max = "1000")
  int missingAfter() default 8;

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
}
