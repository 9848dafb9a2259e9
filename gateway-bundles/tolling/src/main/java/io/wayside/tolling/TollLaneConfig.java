// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling;

import io.wayside.tolling.lane.LaneRules;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.sight.Keeping;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How a toll lane is set up; units are in the names. */
@ObjectClassDefinition(
    name = "Toll lane",
    description = "A lane with a tag reader, two loops and a barrier, one fee for each pass")
public @interface TollLaneConfig {

  @AttributeDefinition(description = "Id of this station; set from the site document's key")
  String station_id();

  @AttributeDefinition(
      name = "Station number",
      description = "Four digits, as in passage numbers and in the fare document")
  String stationNumber();

  @AttributeDefinition(name = "Lane number", description = "Three digits, as in passage numbers")
  String laneNumber();

  @AttributeDefinition(
      name = "Direction",
      description = "The lane's direction as the fare document calls it")
  String direction() default "forward";

  @AttributeDefinition(
      name = "Reversible",
      description =
          "Whether the lane can be used the other way: then its loops change parts, and a curtain"
              + " must be in the line of the barrier")
  boolean reversible() default false;

  @AttributeDefinition(
      name = "Reverse direction",
      description = "What the fare document calls the other way")
  String reverseDirection() default "reverse";

  @AttributeDefinition(
      name = "Lane antennas, reverse",
      description = "As lane antennas, for the other way; none: the same")
  int[] reverseLaneAntennas() default {};

  @AttributeDefinition(
      name = "Approach antennas, reverse",
      description = "As approach antennas, for the other way")
  int[] reverseApproachAntennas() default {};

  @AttributeDefinition(
      name = "Alone",
      description =
          "What becomes of a passage when the other lanes cannot be asked, unless the plate says that"
              + " the tag is the vehicle's own: held back until they can be asked and charged then,"
              + " for review, or charged at once and marked")
  LaneRules.Alone alone() default LaneRules.Alone.LATER;

  @AttributeDefinition(
      name = "Role",
      description =
          "What the lane is in its direction: a gate of an open system, or into or out of a closed"
              + " one")
  LaneRole role() default LaneRole.OPEN;

  @AttributeDefinition(
      name = "Entries",
      description =
          "Id of the station of type toll-entries that knows who is in; for lanes of a closed"
              + " system")
  String entriesStation() default "";

  @AttributeDefinition(name = "Reader", description = "Id of the device that hears tags")
  String readerDevice();

  @AttributeDefinition(
      name = "Arming loop",
      description = "Id of the contact of L1, ahead of the barrier: a vehicle begins here")
  String armingDevice();

  @AttributeDefinition(
      name = "Safety loop",
      description =
          "Id of the contact of L3, under and behind the barrier: a passage is proven here")
  String safetyDevice();

  @AttributeDefinition(
      name = "Classing loop",
      description = "Id of the contact of L2, between the two; empty: not fitted")
  String classingDevice() default "";

  @AttributeDefinition(
      name = "Light curtain",
      description =
          "Id of the contact of a curtain in the line of the barrier, active when broken; empty:"
              + " not fitted")
  String curtainDevice() default "";

  @AttributeDefinition(
      name = "Switch at the top",
      description =
          "Id of the contact that is active while the barrier's arm is up; empty: not fitted. Both"
              + " switches or none")
  String armUpDevice() default "";

  @AttributeDefinition(
      name = "Switch at the bottom",
      description = "Id of the contact that is active while the barrier's arm is down")
  String armDownDevice() default "";

  @AttributeDefinition(
      name = "Barrier, raise",
      description =
          "Id of the output that asks the barrier to rise while it is on. Without a line that lowers"
              + " set its safe state to on, or the arm falls when the gateway stops")
  String raiseDevice();

  @AttributeDefinition(
      name = "Barrier, lower",
      description =
          "Id of the output that asks the barrier to close while it is on; empty: it closes when"
              + " the line that raises is off")
  String lowerDevice() default "";

  @AttributeDefinition(
      name = "Green light",
      description = "Id of the output of the green light; empty: not fitted")
  String greenDevice() default "";

  @AttributeDefinition(
      name = "Red light",
      description = "Id of the output of the red light; empty: not fitted")
  String redDevice() default "";

  @AttributeDefinition(
      name = "Green light, other end",
      description =
          "Of a reversible lane: id of the output of the green light that is seen by those who come"
              + " the other way; empty: not fitted")
  String reverseGreenDevice() default "";

  @AttributeDefinition(
      name = "Red light, other end",
      description =
          "Of a reversible lane: id of the output of the red light that is seen by those who come the"
              + " other way, on while the lane is not used their way; needed with the green one")
  String reverseRedDevice() default "";

  @AttributeDefinition(
      name = "Display",
      description =
          "Id of the display that drivers read, such as one of type text-display; empty: not fitted")
  String displayDevice() default "";

  @AttributeDefinition(
      name = "Display, other end",
      description =
          "Of a reversible lane: id of the display that is read by those who come the other way;"
              + " empty: not fitted")
  String reverseDisplayDevice() default "";

  @AttributeDefinition(
      name = "Words of the display",
      description =
          "What a display says: by name from the release, or by a path beside the site document")
  String displayWords() default "display-words";

  @AttributeDefinition(
      name = "Languages of the display",
      description = "vi, en or both, shown one after the other")
  String[] displayLanguages() default {"vi", "en"};

  @AttributeDefinition(
      name = "Siren",
      description = "Id of the output of the siren; empty: not fitted")
  String sirenDevice() default "";

  @AttributeDefinition(
      name = "Lists",
      description = "Id of the station of type toll-lists whose lists are asked")
  String listsStation();

  @AttributeDefinition(
      name = "Office",
      description =
          "Id of the station of type toll-office that is asked about tags and settles what the lane"
              + " owes; empty: none")
  String officeStation() default "";

  @AttributeDefinition(
      name = "Policy",
      description =
          "How the site decides: by name from the release, such as policy-example, or by a path"
              + " beside the site document")
  String policy();

  @AttributeDefinition(
      name = "Fares",
      description =
          "What a pass costs: by name from the release, such as fares-open-example, or by a path"
              + " beside the site document")
  String fares();

  @AttributeDefinition(
      name = "Shift changes",
      description =
          "Local times at which shifts change within the business day, such as 14:00; none: the day"
              + " is one shift")
  String[] shiftChanges() default {};

  @AttributeDefinition(
      name = "Other lanes",
      description =
          "Ids of the station's lanes whose vehicles this lane's antennas may hear; none: it stands"
              + " alone")
  String[] plazaPeers() default {};

  @AttributeDefinition(
      name = "Station network",
      description =
          "Id of the device of type plaza over which the lanes talk; needed with other lanes, or the"
              + " lane hears none of them")
  String plazaDevice() default "";

  @AttributeDefinition(
      name = "Open at the start",
      description = "Whether the lane opens by itself when nobody has ordered otherwise before")
  boolean openAtStart() default true;

  @AttributeDefinition(
      name = "Lane antennas",
      description = "Ports of the antennas that look at the arming loop and ahead of the barrier")
  int[] laneAntennas() default {1};

  @AttributeDefinition(
      name = "Approach antennas",
      description = "Ports of the antennas that look further up the road; none: not fitted")
  int[] approachAntennas() default {};

  @AttributeDefinition(
      name = "Standing room",
      description =
          "Whether a vehicle can stand between arming and safety loop and be on neither of them")
  boolean standingRoom() default false;

  @AttributeDefinition(
      name = "Wait for a tag",
      description = "After this time a vehicle without an accepted tag is held (T_id)",
      min = "100",
      max = "10000")
  int identifyMs() default 1_500;

  @AttributeDefinition(
      name = "Threshold",
      description = "Score that a tag must have to be accepted",
      min = "0.1",
      max = "1")
  double threshold() default 0.7;

  @AttributeDefinition(
      name = "Margin",
      description = "By how much an accepted tag must be ahead of the next",
      min = "0",
      max = "1")
  double margin() default 0.12;

  @AttributeDefinition(
      name = "Floor",
      description = "Replies as weak as this say nothing",
      min = "-128",
      max = "0")
  double floorDbm() default -75;

  @AttributeDefinition(
      name = "Full",
      description = "Replies as strong as this cannot be from elsewhere",
      min = "-128",
      max = "0")
  double fullDbm() default -50;

  @AttributeDefinition(
      name = "Duplicates",
      description = "The same tag again within this time is a possible duplicate (T_dup)",
      min = "1",
      max = "3600")
  int duplicateS() default 180;

  @AttributeDefinition(
      name = "Long passage",
      description = "A safety loop occupied for longer is looked at (T_tail)",
      min = "1",
      max = "600")
  int tailS() default 15;

  @AttributeDefinition(
      name = "Opens within",
      description = "Time in which the barrier must be open (T_open)",
      min = "200",
      max = "20000")
  int openWithinMs() default 3_000;

  @AttributeDefinition(
      name = "Closes within",
      description = "Time in which the barrier must be closed",
      min = "200",
      max = "20000")
  int closeWithinMs() default 5_000;

  @AttributeDefinition(
      name = "Clear before closing",
      description = "The safety loop is free for so long before the barrier is asked to close",
      min = "0",
      max = "10000")
  int clearMs() default 300;

  @AttributeDefinition(
      name = "Plate camera",
      description = "Id of the device that reads plates on the arming loop; empty: none")
  String plateDevice() default "";

  @AttributeDefinition(
      name = "Key of plates",
      description =
          "File beside the site document whose first line is the secret with which plates are"
              + " hashed, 16 characters at least; needed with a plate camera")
  String plateKeyFile() default "";

  @AttributeDefinition(
      name = "Forms of plates",
      description = "Name of the country's plate forms, or a path beside the site document")
  String plateForms() default "vn";

  @AttributeDefinition(
      name = "Plate delay",
      description = "From the moment the camera sees a plate to its word of it",
      min = "0",
      max = "5000")
  int plateDelayMs() default 300;

  @AttributeDefinition(
      name = "Plates as text",
      description = "Whose plates are kept as text beside the hash: NEVER, IN_DOUBT or ALWAYS")
  Keeping plateText() default Keeping.NEVER;

  @AttributeDefinition(
      name = "Overview camera",
      description = "Id of the camera whose pictures show the vehicle; empty: none")
  String overviewDevice() default "";

  @AttributeDefinition(
      name = "Pictures of charges",
      description =
          "Whether pictures are kept with passages that nobody doubts; with violations and what is"
              + " for review they always are")
  boolean picturesOfCharges() default true;

  @AttributeDefinition(
      name = "Classifying station",
      description = "Id of the station that measures classes of what comes; empty: none")
  String classesStation() default "";

  @AttributeDefinition(
      name = "Groups of classes",
      description =
          "Name of the document that says which tariff groups a measured class can be, or a path"
              + " beside the site document; needed for the flag class-mismatch")
  String classGroups() default "";

  @AttributeDefinition(
      name = "Lease of outputs",
      description =
          "How long outputs hold what they were told when the gateway does not tell them again",
      min = "200",
      max = "10000")
  int outputLeaseMs() default 1_500;
}
