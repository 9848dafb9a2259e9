// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The shift reports of a station with several lanes. */
@ObjectClassDefinition(
    name = "Shifts of a toll station",
    description = "Adds the lanes' reports of each shift up to the station's")
public @interface TollShiftsConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Station number",
      description = "Four digits, the stationNumber of its lanes")
  String stationNumber();

  @AttributeDefinition(name = "Lanes", description = "Ids of this gateway's lanes of the station")
  String[] lanes();

  @AttributeDefinition(
      name = "Wait for lanes",
      description =
          "So long after the first lane's report the others are waited for; a lane in which nothing"
              + " happened has none",
      min = "1",
      max = "1440")
  int waitForLanesMin() default 15;

  @AttributeDefinition(
      name = "Look",
      description = "How often the journal is looked into for new reports",
      min = "1",
      max = "3600")
  int lookEveryS() default 60;
}
