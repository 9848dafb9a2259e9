// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting;

import io.wayside.counting.scheme.PcuTable.Terrain;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a counter with a detector card is set up. */
@ObjectClassDefinition(
    name = "Card counter",
    description = "Vehicles of one channel of a detector card that counts by itself")
@interface CardCounterConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(name = "Card", description = "Id of the detector card")
  String cardDevice();

  @AttributeDefinition(
      name = "Channel",
      description = "Which of its channels, as the card's profile numbers them",
      min = "0",
      max = "255")
  int channel() default 1;

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
      description =
          "Whether every vehicle, and every number of vehicles that is all a card tells, is"
              + " recorded, or intervals and faults alone")
  boolean passages() default true;

  @AttributeDefinition(
      name = "Class scheme",
      description =
          "Class scheme by name, or by path: whose classes the card's profile names, or that can be"
              + " told by length; none: vehicles get no class")
  String classScheme() default "none";

  @AttributeDefinition(
      name = "Passenger-car units",
      description = "Table by name, such as tcvn-4054, or by path; none: no units")
  String pcuTable() default "none";

  @AttributeDefinition(
      name = "Terrain",
      description = "Which column of the table: FLAT; HILLY, hills and mountains")
  Terrain terrain() default Terrain.FLAT;
}
