// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a ticket gate is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Ticket gate",
    description = "Flaps that let one person through for one tap, journeys priced by zone")
public @interface TicketGateConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Stop",
      description = "Where the gate stands, a station of the fare document")
  String stop();

  @AttributeDefinition(
      name = "Fares",
      description =
          "What a journey costs by zone: by name from the release, such as tariffs-zones-example, or"
              + " by a path beside the site document")
  String fares();

  @AttributeDefinition(
      name = "Card reader",
      description = "Id of the device that tells taps, such as one of type tap-line")
  String tapsDevice();

  @AttributeDefinition(
      name = "Beam on the free side",
      description = "Id of the contact that is active while somebody stands before the flaps")
  String freeSideDevice();

  @AttributeDefinition(
      name = "Beams between the flaps",
      description = "Id of the contact that is active while somebody is between the flaps")
  String safetyDevice();

  @AttributeDefinition(
      name = "Beam on the paid side",
      description = "Id of the contact that is active while somebody stands behind the flaps")
  String paidSideDevice();

  @AttributeDefinition(
      name = "Fire contact",
      description =
          "Id of the contact that is active while a fire is reported; wire it so that a broken wire"
              + " is active too")
  String fireDevice();

  @AttributeDefinition(
      name = "Open",
      description =
          "Id of the output that opens the flaps while it is on; set its safe state to on, or people"
              + " are locked in when the gateway stops")
  String openDevice();

  @AttributeDefinition(
      name = "Open outwards",
      description =
          "Id of the output that opens them the other way, out of the paid area; empty: one line"
              + " opens both ways")
  String openOutDevice() default "";

  @AttributeDefinition(
      name = "Lists",
      description =
          "Id of the station of type toll-lists that has the deny lists of tokens; empty: nobody is"
              + " denied")
  String listsStation() default "";

  @AttributeDefinition(
      name = "Other gates",
      description =
          "Ids of the station's other gates, with which pass-back is shared; none: the gate stands"
              + " alone")
  String[] plazaPeers() default {};

  @AttributeDefinition(
      name = "Station network",
      description =
          "Id of the device of type plaza over which the gates talk; needed with other gates, or the"
              + " gate hears none of them")
  String plazaDevice() default "";

  @AttributeDefinition(
      name = "Blocking time",
      description = "The same medium again the same way within this is the same tap",
      min = "0",
      max = "600")
  int blockingS() default 5;

  @AttributeDefinition(
      name = "Pass-back time",
      description = "No second person on one medium the same way within this",
      min = "0",
      max = "86400")
  int passBackS() default 600;

  @AttributeDefinition(
      name = "Longest journey",
      description = "A journey that takes longer costs the most",
      min = "1",
      max = "10080")
  int longestMin() default 180;

  @AttributeDefinition(
      name = "Let out without tap in",
      description = "Whether a medium without a tap in may leave, for the most; otherwise refused")
  boolean letOutWithoutTapIn() default true;

  @AttributeDefinition(
      name = "Time to step in",
      description = "A tap on which nobody steps between the flaps within this is taken back",
      min = "1000",
      max = "60000")
  int grantMs() default 5_000;

  @AttributeDefinition(
      name = "Closing",
      description = "So long the flaps move when they close",
      min = "100",
      max = "10000")
  int closingMs() default 1_000;

  @AttributeDefinition(
      name = "Obstructed",
      description = "Somebody between the flaps for longer is told",
      min = "500",
      max = "60000")
  int obstructedMs() default 4_000;

  @AttributeDefinition(
      name = "Most taps ahead",
      description = "So many may tap before the first of them has passed",
      min = "1",
      max = "20")
  int mostAhead() default 3;

  @AttributeDefinition(
      name = "Most journeys",
      description = "Media whose last tap is remembered; the one not tapped for longest is dropped",
      min = "100",
      max = "1000000")
  int mostJourneys() default 20_000;

  @AttributeDefinition(
      name = "Lease of outputs",
      description =
          "How long outputs hold what they were told when the gateway does not tell them again",
      min = "200",
      max = "10000")
  int outputLeaseMs() default 1_500;
}
