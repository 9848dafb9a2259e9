// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import io.wayside.waterway.aid.Footing;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How an aid is announced by radio; units are in the names. */
@ObjectClassDefinition(
    name = "Aid announcer",
    description =
        "Has a transponder announce an aid of this gateway to mariners, and tell its authority how"
            + " it is")
@interface AnnouncerConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Aid",
      description =
          "Id of the aid whose station's answers are told: its aidId, or else its station's id;"
              + " empty for a virtual aid")
  String aid() default "";

  @AttributeDefinition(
      name = "Transponder",
      description = "Id of the device that announces, such as an nmea-receiver that announces")
  String transponder();

  @AttributeDefinition(
      name = "MMSI",
      description = "Number of the aid, 99MIDaaaa; of a virtual one 99MID6aaa",
      min = "990000000",
      max = "999999999")
  int mmsi();

  @AttributeDefinition(
      name = "Kind of aid",
      description =
          "As AIS counts them: 5 light, 13 and 14 beacon port and starboard, 24 and 25 buoy port"
              + " and starboard, 30 special mark",
      min = "0",
      max = "31")
  int kind();

  @AttributeDefinition(
      name = "Name",
      description = "As charts show it, up to 34 letters A to Z, digits and blanks")
  String aidName();

  @AttributeDefinition(
      name = "Footing",
      description = "FIXED, FLOATING, or VIRTUAL for one on chart displays alone")
  Footing footing();

  @AttributeDefinition(
      name = "Synthetic",
      description = "The aid is there, and the transponder is elsewhere")
  boolean synthetic() default false;

  @AttributeDefinition(
      name = "Charted latitude",
      description = "WGS 84, north is positive; told while no receiver measures the place",
      min = "-89",
      max = "89")
  double chartedLatitudeDeg();

  @AttributeDefinition(
      name = "Charted longitude",
      description = "WGS 84, east is positive",
      min = "-180",
      max = "180")
  double chartedLongitudeDeg();

  @AttributeDefinition(
      name = "Announced every",
      description = "Seconds between two announcements; news is told at once",
      min = "10",
      max = "3600")
  int everyS() default 180;

  @AttributeDefinition(
      name = "Authority",
      description = "MMSI of the station ashore that is told how the aid is; 0: none",
      min = "0",
      max = "999999999")
  int authority() default 0;

  @AttributeDefinition(
      name = "Authority told every",
      description = "Seconds between two messages to the authority; news is told at once",
      min = "10",
      max = "86400")
  int authorityEveryS() default 360;

  @AttributeDefinition(
      name = "Holds for",
      description =
          "Minutes for which a report or a sign of life of the aid's station holds; longer than its"
              + " keepReportEvery",
      min = "1",
      max = "1500")
  int holdsMin() default 15;
}
