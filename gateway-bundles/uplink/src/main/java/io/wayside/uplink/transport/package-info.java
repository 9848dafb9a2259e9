// SPDX-License-Identifier: Apache-2.0
/**
 * The way to a broker, behind a small interface. A bundle offers a transport as a service {@link
 * io.wayside.uplink.transport.MqttTransport} with the property {@code transport}.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.uplink.transport;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
