// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.command;

import io.wayside.core.data.Value;
import java.time.Instant;

/**
 * A wish somebody has of a station.
 *
 * @param id chosen by the sender, unique; the same id is carried out at most once
 * @param target health id of the station or device, such as {@code weighing.lane-1}
 * @param verb what to do, such as {@code finish-vehicle}
 * @param arguments what the verb needs
 * @param actor who asks, and by which face
 * @param reason why, for the audit; may be empty only where the verb allows it
 * @param expires wall time after which it must not be carried out
 */
public record Command(
    String id,
    String target,
    String verb,
    Value.Fields arguments,
    Actor actor,
    String reason,
    Instant expires) {}
