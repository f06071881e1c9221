#include "diag_json.h"

#include "base/arena.h"
#include "base/diag.h"
#include "explain.h"

#include <ctype.h>
#include <jansson.h>
#include <string.h>

/* JSON is UTF-8, file names and sources need not be: what is not, is shown as '?'. */
static json_t *text_value(const char *text)
{
    json_t *value = json_string(text);
    if (value)
        return value;
    struct text copy = { 0 };
    text_put(&copy, text);
    for (char *at = copy.at; *at; at++)
        if ((unsigned char)*at >= 0x80)
            *at = '?';
    value = json_string(copy.at);
    text_free(&copy);
    return value;
}

static void write_document(json_t *document, FILE *stream)
{
    require(document);
    json_dumpf(document, stream, JSON_COMPACT);
    fputc('\n', stream);
    json_decref(document);
}

/* ---- places ---- */

struct position {
    unsigned line, byte_column, column; /* from 1; column counts characters */
};

static struct position position_at(const struct place *place, unsigned offset)
{
    struct position position = { place->line, place->column, place->column };
    if (!place->text || offset > place->length)
        return position;
    unsigned begin = offset;
    while (begin > 0 && place->text[begin - 1] != '\n')
        begin--;
    for (unsigned at = offset; at < place->begin; at++)
        position.line -= place->text[at] == '\n';
    for (unsigned at = place->begin; at < offset; at++)
        position.line += place->text[at] == '\n';
    position.byte_column = offset - begin + 1;
    position.column = 1;
    for (unsigned at = begin; at < offset; at++)
        position.column += ((unsigned char)place->text[at] & 0xC0) != 0x80;
    return position;
}

/* ---- GCC's JSON ---- */

static json_t *json_position(const struct place *place, unsigned offset)
{
    struct position at = position_at(place, offset);
    return json_pack("{s:o, s:i, s:i, s:i, s:i}", "file", text_value(place->path), "line", (int)at.line, "column",
                     (int)at.column, "display-column", (int)at.column, "byte-column", (int)at.byte_column);
}

static json_t *json_locations(const struct place *place)
{
    json_t *locations = json_array(), *location = json_object();
    if (!place->path || !place->line) {
        json_decref(location);
        return locations;
    }
    json_object_set_new(location, "caret", json_position(place, place->begin));
    if (place->end > place->begin + 1)
        json_object_set_new(location, "finish", json_position(place, place->end - 1));
    json_array_append_new(locations, location);
    return locations;
}

static json_t *json_one(const struct diagnostic *item)
{
    static const char *const kinds[] = { "note", "remark", "warning", "error" };
    json_t *object = json_pack("{s:s, s:o, s:o}", "kind", kinds[item->severity], "message", text_value(item->message),
                               "locations", json_locations(&item->place));
    require(object);
    json_object_set_new(object, "column-origin", json_integer(1));
    if (item->id)
        json_object_set_new(object, "id", json_string(item->id));
    if (item->tag && item->tag[0] == '-')
        json_object_set_new(object, "option", json_string(item->tag));
    if (item->has_fixit)
        json_object_set_new(object, "fixits",
                            json_pack("[{s:o, s:o, s:o}]", "start", json_position(&item->place, item->fixit.begin), "next",
                                      json_position(&item->place, item->fixit.end), "string", text_value(item->fixit.text)));
    return object;
}

void diag_json(struct diagnostics *const *all, size_t count, FILE *stream)
{
    json_t *document = json_array();
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < all[i]->count; k++) {
            const struct diagnostic *item = all[i]->items[k];
            json_t *object = json_one(item), *children = json_array();
            for (const struct diagnostic *note = item->note; note; note = note->note)
                json_array_append_new(children, json_one(note));
            json_object_set_new(object, "children", children);
            json_array_append_new(document, object);
        }
    }
    write_document(document, stream);
}

/* ---- SARIF ---- */

/* A path as a URI reference. */
static json_t *uri_value(const char *path)
{
    struct text uri = { 0 };
    text_put(&uri, path[0] == '/' ? "file://" : "");
    for (; *path; path++) {
        if (isalnum((unsigned char)*path) || strchr("-._~/", *path))
            text_add(&uri, path, 1);
        else
            text_format(&uri, "%%%02X", (unsigned char)*path);
    }
    json_t *value = json_string(uri.at);
    text_free(&uri);
    return value;
}

static json_t *sarif_region(const struct place *place, unsigned begin, unsigned end)
{
    struct position from = position_at(place, begin), to = position_at(place, end);
    return json_pack("{s:i, s:i, s:i, s:i}", "startLine", (int)from.line, "startColumn", (int)from.column, "endLine",
                     (int)to.line, "endColumn", (int)to.column);
}

static json_t *sarif_artifact(const struct place *place)
{
    return json_pack("{s:o}", "uri", uri_value(place->path));
}

static json_t *sarif_location(const struct diagnostic *item)
{
    const struct place *place = &item->place;
    unsigned end = place->end > place->begin ? place->end : place->begin + 1;
    return json_pack("{s:{s:o, s:o}}", "physicalLocation", "artifactLocation", sarif_artifact(place), "region",
                     sarif_region(place, place->begin, end));
}

static json_t *sarif_note(const struct diagnostic *note)
{
    json_t *location = sarif_location(note);
    json_object_set_new(location, "message", json_pack("{s:o}", "text", text_value(note->message)));
    return location;
}

static json_t *sarif_fixes(const struct diagnostic *item)
{
    return json_pack("[{s:[{s:o, s:[{s:o, s:{s:o}}]}]}]", "artifactChanges", "artifactLocation",
                     sarif_artifact(&item->place), "replacements", "deletedRegion",
                     sarif_region(&item->place, item->fixit.begin, item->fixit.end), "insertedContent", "text",
                     text_value(item->fixit.text));
}

static json_t *sarif_result(const struct diagnostic *item)
{
    static const char *const levels[] = { "note", "note", "warning", "error" };
    json_t *result =
        json_pack("{s:s, s:{s:o}}", "level", levels[item->severity], "message", "text", text_value(item->message));
    require(result);
    if (item->id)
        json_object_set_new(result, "ruleId", json_string(item->id));
    if (item->place.path && item->place.line) {
        json_object_set_new(result, "locations", json_pack("[o]", sarif_location(item)));
        if (item->has_fixit)
            json_object_set_new(result, "fixes", sarif_fixes(item));
    }
    json_t *related = json_array();
    for (const struct diagnostic *note = item->note; note; note = note->note)
        if (note->place.path && note->place.line)
            json_array_append_new(related, sarif_note(note));
    if (json_array_size(related))
        json_object_set(result, "relatedLocations", related);
    json_decref(related);
    return result;
}

/* Every diagnostic with an id, explained. */
static json_t *sarif_rules(struct arena *arena)
{
    json_t *rules = json_array();
    for (int id = 0; id < DIAG_COUNT; id++) {
        const char *name = diag_name(arena, (enum diag_id)id), *page = explain_page(name);
        json_t *rule = json_pack("{s:s}", "id", name);
        if (page)
            json_object_set_new(rule, "help", json_pack("{s:s, s:s}", "text", page, "markdown", page));
        json_array_append_new(rules, rule);
    }
    return rules;
}

void diag_sarif(struct diagnostics *const *all, size_t count, FILE *stream)
{
    struct arena *arena = arena_new();
    json_t *results = json_array();
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < all[i]->count; k++)
            json_array_append_new(results, sarif_result(all[i]->items[k]));
    write_document(json_pack("{s:s, s:s, s:[{s:{s:{s:s, s:s, s:o}}, s:s, s:o}]}", "$schema",
                             "https://json.schemastore.org/sarif-2.1.0.json", "version", "2.1.0", "runs", "tool", "driver",
                             "name", "asyncc", "version", ASYNCC_VERSION, "rules", sarif_rules(arena), "columnKind",
                             "unicodeCodePoints", "results", results),
                   stream);
    arena_free(arena);
}
