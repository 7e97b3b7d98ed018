import { defineConfig } from 'html-validate';

/** What is asked of the HTML of every page. Each rule that is off or eased has its reason. */
export default defineConfig({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The page of languages and the page of nothing have a part in each language, each with its heading; of all others `head.test.ts`
    // counts one. Warnings in force stand above the heading of the home page.
    'heading-level': ['error', { allowMultipleH1: true, minInitialRank: 'h2' }],
    // A title is as long as the press office writes it; search engines cut it where they like.
    'long-title': 'off',
    // The suggestions of a search field are a list box by the ARIA pattern of a combobox; a select cannot follow what is typed.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // Every script and style comes from the site itself.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Numbers stand in texts as people wrote them; a narrow screen may break one sooner than scroll sideways.
    'tel-non-breaking': 'off',
    // It counts every aside as a landmark. Those inside an article are none unless they have a name (HTML-AAM 1.0); axe counts rightly.
    'unique-landmark': 'off',
  },
});
