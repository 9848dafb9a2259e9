// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Wording;

/**
 * A class of vehicles that pays alike.
 *
 * @param lostTicketMinor added to the stay when the ticket is lost
 * @param unknownEntryMinor the whole price when nobody can say when it came
 */
public record ParkingClass(String id, Wording name, long lostTicketMinor, long unknownEntryMinor) {}
