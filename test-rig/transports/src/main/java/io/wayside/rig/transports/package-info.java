// SPDX-License-Identifier: Apache-2.0
/** What every MQTT transport must do, and the brokers, links and certificates to see it with. */
@NullMarked
package io.wayside.rig.transports;

import org.jspecify.annotations.NullMarked;
