// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.sql.Connection;

/** SQL has its rooms. */
@Breaks("a room imports only what its line allows")
record TalksToTheDatabase(Connection connection) {}
