// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a line over which vessels pass is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Vessel line",
    description = "Counts vessels with AIS that pass a line over the water, such as a bridge")
@interface VesselLineConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Receivers",
      description = "Ids of the devices that hear vessels; a report heard twice counts once")
  String[] receivers();

  @AttributeDefinition(
      name = "First end, latitude",
      description = "WGS 84, north is positive",
      min = "-89",
      max = "89")
  double fromLatitudeDeg();

  @AttributeDefinition(
      name = "First end, longitude",
      description = "WGS 84, east is positive",
      min = "-180",
      max = "180")
  double fromLongitudeDeg();

  @AttributeDefinition(
      name = "Second end, latitude",
      description = "The line ends on land: who goes round its end is not counted",
      min = "-89",
      max = "89")
  double toLatitudeDeg();

  @AttributeDefinition(
      name = "Second end, longitude",
      description = "WGS 84, east is positive",
      min = "-180",
      max = "180")
  double toLongitudeDeg();

  @AttributeDefinition(
      name = "To the right",
      description =
          "What the way is called that leads from left to right as one looks from the first end to"
              + " the second, such as downstream")
  String toRight() default "to-right";

  @AttributeDefinition(name = "To the left", description = "What the way back is called")
  String toLeft() default "to-left";

  @AttributeDefinition(
      name = "Clear",
      description = "A vessel has passed when it is so many metres beyond the line",
      min = "5",
      max = "500")
  int clearM() default 30;

  @AttributeDefinition(
      name = "Clear when slow",
      description = "So many metres below half a metre a second, when it may swing at anchor",
      min = "5",
      max = "2000")
  int slowClearM() default 150;

  @AttributeDefinition(
      name = "Longest gap",
      description = "Fixes farther apart than this, in seconds, are not joined",
      min = "10",
      max = "3600")
  int gapTimeS() default 180;

  @AttributeDefinition(
      name = "Widest gap",
      description = "Nor those farther apart than this, in metres",
      min = "50",
      max = "20000")
  int gapM() default 2_000;

  @AttributeDefinition(
      name = "Waits for the name",
      description = "So many seconds a passage waits to learn type and size of its vessel",
      min = "0",
      max = "3600")
  int waitS() default 420;

  @AttributeDefinition(
      name = "Camera",
      description =
          "Id of a station that sees what passes this line, with AIS or without; empty: none")
  String camera() default "";

  @AttributeDefinition(
      name = "Camera window",
      description = "How far apart in time, in seconds, both may tell of the same vessel",
      min = "1",
      max = "1800")
  int cameraWindowS() default 120;
}
