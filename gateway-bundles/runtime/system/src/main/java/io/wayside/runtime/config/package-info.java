// SPDX-License-Identifier: Apache-2.0
/** Configuration taken in from the launcher and applied, only what differs; plain Java. */
@NullMarked
package io.wayside.runtime.config;

import org.jspecify.annotations.NullMarked;
