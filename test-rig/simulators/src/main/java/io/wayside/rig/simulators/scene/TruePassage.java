// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One vehicle over one line, as it truly was.
 *
 * @param frame the first picture at or after that moment
 * @param timeS when the middle of what it covers of the road was on the line
 * @param direction left or right, as seen by who looks along the line
 * @param vehicleClass two-wheeler, light, heavy
 * @param hiddenShare how much of it others hid in that picture
 * @param seenS for how long in all of the film half of it or more was to be seen
 * @param apartS for how long of this road was to be seen all around it
 * @param enterS when its front was on the line
 * @param leaveS when its rear was, if it has left the line
 */
public record TruePassage(
    int frame,
    double timeS,
    String line,
    String direction,
    String vehicleClass,
    String kind,
    int vehicle,
    double lengthM,
    double speedMps,
    double hiddenShare,
    double seenS,
    double apartS,
    double enterS,
    OptionalDouble leaveS) {

  /** As one line of JSON, in the form of a counter's events with more beside it. */
  public String json() {
    String left =
        leaveS.isPresent() ? String.format(Locale.ROOT, "%.3f", leaveS.getAsDouble()) : "null";
    return String.format(
        Locale.ROOT,
        "{\"frame\":%d,\"t\":%.3f,\"line\":\"%s\",\"direction\":\"%s\",\"class\":\"%s\","
            + "\"lengthM\":%.3f,\"speedMps\":%.3f,\"confidence\":1,\"flags\":[],\"vehicle\":%d,"
            + "\"kind\":\"%s\",\"hiddenShare\":%.3f,\"seenS\":%.3f,\"apartS\":%.3f,"
            + "\"enterT\":%.3f,\"leaveT\":%s}",
        frame,
        timeS,
        line,
        direction,
        vehicleClass,
        lengthM,
        speedMps,
        vehicle,
        kind,
        hiddenShare,
        seenS,
        apartS,
        enterS,
        left);
  }
}
