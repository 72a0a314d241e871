/** How messages are enveloped: Avro single-object encoding, read and written without generic records. */
package org.microgram.messages.avro;
