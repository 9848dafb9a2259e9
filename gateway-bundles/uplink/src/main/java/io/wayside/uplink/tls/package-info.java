// SPDX-License-Identifier: Apache-2.0
/**
 * Who we are and whom we trust, from PEM files, with errors that name the file and the remedy. For
 * transports; not part of what stations or drivers know.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.uplink.tls;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
